export * as listSearch from './listSearch';
export * as loadOptions from './loadOptions';
export * as credentialTest from './credentialTest';
export * as resourceMapping from './resourceMapping';
