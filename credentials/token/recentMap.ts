/** A map of limited size: whatever was used longest ago goes first. */
export class RecentMap<K, V> {
	private readonly entries = new Map<K, V>();

	/**
	 * @param most how many entries are kept
	 * @param mayGo whether an entry can be spared; while too few can, there are more than `most`
	 */
	constructor(
		private readonly most: number,
		private readonly mayGo: (value: V) => boolean = () => true,
	) {}

	/** Counts as a use. */
	get(key: K): V | undefined {
		const value = this.entries.get(key);
		if (value === undefined) return undefined;
		this.entries.delete(key);
		this.entries.set(key, value);
		return value;
	}

	/** Counts as a use, and drops what there is no room for. */
	set(key: K, value: V): void {
		this.entries.delete(key);
		this.entries.set(key, value);
		for (const [oldest, its] of this.entries) {
			if (this.entries.size <= this.most) break;
			if (oldest !== key && this.mayGo(its)) this.entries.delete(oldest);
		}
	}
}
