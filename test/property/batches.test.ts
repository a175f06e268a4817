import fc from 'fast-check';
import { chunkByGroup, MAX_IN_BATCH } from '../../nodes/Zoom/actions/common/batches';

interface Row {
	index: number;
	group: string;
}
const rows: fc.Arbitrary<Row[]> = fc
	.array(fc.constantFrom('a', 'b', 'c', '__proto__'), { maxLength: 300, size: 'max' })
	.map((groups) => groups.map((group, index) => ({ index, group })));
const groupOf = ({ group }: Row) => group;

describe('chunkByGroup', () => {
	it('loses nobody and doubles nobody', async () => {
		await fc.assert(
			fc.asyncProperty(rows, async (all) => {
				const sent = (await chunkByGroup(all, groupOf)).flat();
				expect(sent.toSorted((a, b) => a.index - b.index)).toEqual(all);
			}),
		);
	});

	it('keeps to one group and 30 people a call, and makes no call more than needed', async () => {
		await fc.assert(
			fc.asyncProperty(rows, async (all) => {
				const calls = await chunkByGroup(all, groupOf);
				for (const call of calls) {
					expect(call.length).toBeGreaterThan(0);
					expect(call.length).toBeLessThanOrEqual(MAX_IN_BATCH);
					expect(new Set(call.map(groupOf)).size).toBe(1);
				}
				const needed = [...new Set(all.map(groupOf))].map((group) =>
					Math.ceil(all.filter((row) => row.group === group).length / MAX_IN_BATCH),
				);
				expect(calls).toHaveLength(needed.reduce((sum, count) => sum + count, 0));
			}),
		);
	});

	it('keeps the order within a group', async () => {
		await fc.assert(
			fc.asyncProperty(rows, fc.constantFrom('a', 'b', 'c', '__proto__'), async (all, group) => {
				const calls = await chunkByGroup(all, groupOf);
				const sent = calls.filter(([first]) => first?.group === group);
				expect(sent.flat()).toEqual(all.filter((row) => row.group === group));
			}),
		);
	});
});
