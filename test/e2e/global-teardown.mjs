export default async function globalTeardown() {
	await globalThis.endSharedN8n();
}
