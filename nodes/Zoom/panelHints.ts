import type { NodeHint } from 'n8n-workflow';
import { EVENT_KINDS } from './api/eventKinds';

/** Shown in place of the output before the first run; at most 120 characters each. */
const before = (message: string, condition: string): NodeHint => ({
	message,
	type: 'warning',
	location: 'outputPane',
	whenToDisplay: 'beforeExecution',
	displayCondition: `={{ ${condition} }}`,
});

/** What goes wrong on the first day, told before the first run. */
export const panelHints: NodeHint[] = [
	...EVENT_KINDS.flatMap(({ name }) => [
		before(
			`Choose the ${name} first: 'From List' shows upcoming ones, 'By URL' accepts any link to it`,
			`$rawParameter.${name}Id !== undefined && !$rawParameter.${name}Id`,
		),
		before(
			`Registration will be off, so nobody can register. To turn it on, choose under 'Registration' who approves people`,
			`$parameter.resource === "${name}" && $parameter.operation === "create" && ["", "off"].includes($rawParameter.registration)`,
		),
		before(
			`Registration Form is empty: choose the ${name}, then map its questions or select 'Map Automatically'`,
			`$parameter.resource === "${name}Registrant" && $parameter.registrantFrom === "form" && !$rawParameter.form?.schema?.length`,
		),
	]),
	before(
		"'Email' is empty: drag it in from the input, or choose 'Previous Node's Fields' above it",
		`[$parameter.registrantFrom, $parameter.panelistFrom].includes("define") && $rawParameter.email === ""`,
	),
];
