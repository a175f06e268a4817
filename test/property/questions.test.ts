import fc from 'fast-check';
import { QUESTION_STATES, STANDARD_QUESTIONS } from '../../nodes/Zoom/api/choices';
import { EVENT_KINDS } from '../../nodes/Zoom/api/eventKinds';
import type { EventKind } from '../../nodes/Zoom/api/eventKinds';
import { changeCustomQuestions, changeStandardQuestions } from '../../nodes/Zoom/mapping/questions';
import type { CustomQuestion, StandardQuestion } from '../../nodes/Zoom/mapping/questions';

const name = fc.constantFrom(...STANDARD_QUESTIONS.map(({ value }) => value));
const standard: fc.Arbitrary<StandardQuestion[]> = fc.uniqueArray(
	fc.record({ field_name: name, required: fc.boolean() }),
	{ selector: (one) => one.field_name },
);
const standardChange = fc.record({
	question: name,
	state: fc.constantFrom(...QUESTION_STATES.map(({ value }) => value)),
});

describe('changeStandardQuestions', () => {
	it('keeps every question that is not named, as it is and in its order', () => {
		fc.assert(
			fc.property(standard, fc.array(standardChange), (present, changes) => {
				const named = new Set(changes.map(({ question }) => question));
				const unnamed = ({ field_name: one }: StandardQuestion) => !named.has(one);
				const changed = changeStandardQuestions(present, changes);
				expect(changed.filter(unnamed)).toEqual(present.filter(unnamed));
			}),
		);
	});

	it('leaves each named question in the state that was said last, and none twice', () => {
		fc.assert(
			fc.property(standard, fc.array(standardChange), (present, changes) => {
				const changed = changeStandardQuestions(present, changes);
				expect(new Set(changed.map((one) => one.field_name)).size).toBe(changed.length);
				const said = new Map(changes.map(({ question, state }) => [question, state]));
				for (const [question, state] of said) {
					const found = changed.find((one) => one.field_name === question);
					expect(found && (found.required ? 'required' : 'optional')).toBe(
						state === 'off' ? undefined : state,
					);
				}
			}),
		);
	});
});

/** Titles that are alike often enough to meet, and those of objects' own properties. */
const title = fc.oneof(
	fc.constantFrom('A', 'B', 'C', '__proto__', 'constructor'),
	fc.string({ minLength: 1 }).filter((text) => text.replace(/\s+/g, ' ').trim() === text),
);
const answers = fc.uniqueArray(fc.stringMatching(/^\w{1,8}$/), { minLength: 2, maxLength: 5 });
const customOf = ({ questionTypes }: EventKind): fc.Arbitrary<CustomQuestion[]> =>
	fc.uniqueArray(
		fc
			.record({
				title,
				type: fc.constantFrom(...questionTypes.map(({ value }) => value)),
				required: fc.boolean(),
				answers,
			})
			.map(({ answers: choices, ...one }) =>
				one.type === 'short' ? one : { ...one, answers: choices },
			),
		{ selector: (one) => one.title },
	);

describe.each(EVENT_KINDS)('changeCustomQuestions of a $name', (kind) => {
	const custom = customOf(kind);

	it('keeps every question that is not named, as it is and in its order', () => {
		fc.assert(
			fc.property(custom, custom, fc.func(fc.boolean()), (present, changes, isRemoved) => {
				const removed = present.map((one) => one.title).filter(isRemoved);
				const named = new Set([...changes.map((one) => one.title), ...removed]);
				const unnamed = (one: CustomQuestion) => !named.has(one.title);
				const changed = changeCustomQuestions(kind, present, changes, removed);
				expect(changed.filter(unnamed)).toEqual(present.filter(unnamed));
			}),
		);
	});

	it('has what was added or changed, not what was removed, and no title twice', () => {
		fc.assert(
			fc.property(custom, custom, fc.func(fc.boolean()), (present, changes, isRemoved) => {
				const removed = present.map((one) => one.title).filter(isRemoved);
				const changed = changeCustomQuestions(kind, present, changes, removed);
				const titles = changed.map((one) => one.title);
				expect(new Set(titles).size).toBe(titles.length);
				for (const one of changes) expect(changed).toContainEqual(one);
				const added = new Set(changes.map((one) => one.title));
				const gone = removed.filter((one) => !added.has(one));
				expect(titles.filter((one) => gone.includes(one))).toEqual([]);
			}),
		);
	});

	it('gives the same for the same changes made again', () => {
		fc.assert(
			fc.property(custom, custom, (present, changes) => {
				const once = changeCustomQuestions(kind, present, changes, []);
				expect(changeCustomQuestions(kind, once, changes, [])).toEqual(once);
			}),
		);
	});
});
