/** Drops what was put into a map or set first, until no more than `most` entries are left. */
export function dropOldest<Key>(
	entries: Pick<Map<Key, unknown>, 'keys' | 'size' | 'delete'>,
	most: number,
): void {
	for (const key of entries.keys()) {
		if (entries.size <= most) return;
		entries.delete(key);
	}
}
