/** What an action throws, as far as people see it; fails the test where nothing is thrown. */
export function thrownBy(action: () => unknown): { message: string; description?: string } {
	try {
		action();
	} catch (error) {
		return seen(error);
	}
	throw new Error('Nothing was thrown');
}

/** The same for a promise that is to be rejected. */
export async function rejectionOf(
	promise: Promise<unknown>,
): Promise<{ message: string; description?: string }> {
	return await promise.then(
		() => {
			throw new Error('Nothing was thrown');
		},
		(error: unknown) => seen(error),
	);
}

function seen(error: unknown) {
	const { message, description } = error as { message: string; description?: string | null };
	return { message, ...(description && { description }) };
}
