import { ICredentialsHelper } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeProperties,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

/**
 * n8n's credential store in memory: rows by credential ID, and n8n 2.41's rules for when
 * preAuthentication runs and what of its result is written to the row.
 */
export class CredentialRows extends ICredentialsHelper {
	readonly rows = new Map<string, ICredentialDataDecryptedObject>();

	/** How often a row was written. */
	writes = 0;

	constructor(readonly type: ICredentialType) {
		super();
	}

	getParentTypes(): string[] {
		return [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	getCredentialsProperties(): INodeProperties[] {
		return this.type.properties;
	}

	async getDecrypted(
		_data: IWorkflowExecuteAdditionalData,
		credential: INodeCredentialsDetails,
	): Promise<ICredentialDataDecryptedObject> {
		const defaults = Object.fromEntries(
			this.type.properties.map((property) => [property.name, property.default]),
		);
		return { ...defaults, ...this.row(credential) } as ICredentialDataDecryptedObject;
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		_typeName: string,
		node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		if (credentials.sessionGate !== '' && !credentialsExpired) return undefined;
		const output = (await this.type.preAuthentication?.call(helpers, credentials)) as
			| ICredentialDataDecryptedObject
			| undefined;
		if (output?.sessionGate === undefined) return undefined;
		const details = node.credentials?.[this.type.name];
		if (!details) return undefined;
		await this.updateCredentials(details, this.type.name, { ...this.row(details), ...output });
		return Object.assign(credentials, output);
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		_typeName: string,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.type;
		return typeof authenticate === 'function' ? await authenticate(credentials, request) : request;
	}

	async updateCredentials(
		details: INodeCredentialsDetails,
		_type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.writes++;
		this.rows.set(String(details.id), data);
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('Encrypted rows are not part of this store');
	}

	async updateCredentialsOauthTokenData(): Promise<void> {
		throw new Error('This credential has no OAuth token data');
	}

	private row({ id }: INodeCredentialsDetails): ICredentialDataDecryptedObject {
		const row = this.rows.get(String(id));
		if (!row) throw new Error(`There is no credential ${id}`);
		return row;
	}
}
