/** Where n8n is installed: its folder, the Node to start it with, and its command line script. */
export interface Installation {
	dir: string;
	node: string;
	n8n: string;
}

export function cacheRoot(): string;
export function ensureN8n(log?: (line: string) => void, manifests?: string): Promise<Installation>;
