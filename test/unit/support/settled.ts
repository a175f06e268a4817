/** With jest's fake timers: lets all waits pass and gives what came of the call. */
export async function settled<T>(promise: Promise<T>): Promise<T> {
	promise.catch(() => undefined);
	await jest.runAllTimersAsync();
	return await promise;
}
