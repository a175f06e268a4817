/**
 * Lets the event loop go round once: what has arrived is read, what waits is written. A sleep of no
 * time doesn't, where the next timer is due by then.
 */
export async function turn(): Promise<void> {
	const { port1, port2 } = new MessageChannel();
	await new Promise((resolve) => {
		port1.once('message', resolve);
		port2.postMessage(undefined);
	});
	port1.close();
}
