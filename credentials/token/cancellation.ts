import { OperationalError } from 'n8n-workflow';

const cancelledError = () => new OperationalError('The run was canceled');

/**
 * Ends here if the signal is aborted.
 *
 * @throws OperationalError
 */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
	if (signal?.aborted) throw cancelledError();
}

/**
 * Waits for work that others may wait for too: it goes on when this caller is cancelled. The signal
 * is that of a run with thousands of items, so nothing is left on it; and a hundred of them may wait
 * at once, but Node warns of more than ten listeners, so each listens to a signal of its own.
 *
 * @throws OperationalError as soon as the signal is aborted
 */
export async function unlessCancelled<T>(
	work: Promise<T>,
	signal: AbortSignal | undefined,
): Promise<T> {
	if (!signal) return await work;
	stopIfCancelled(signal);
	const own = AbortSignal.any([signal]);
	return await new Promise((resolve, reject) => {
		const cancel = () => reject(cancelledError());
		own.addEventListener('abort', cancel);
		void work.then(resolve, reject).finally(() => own.removeEventListener('abort', cancel));
	});
}
