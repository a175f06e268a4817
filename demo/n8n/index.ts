export * from './client';
export * from './form';
export * from './package';
export * from './process';
