import { mapKeys } from 'lodash';
import type { Scenario } from '../types';
import { cost } from './cost';
import { engine } from './engine';
import { events, flood, refused } from './events';
import { cold, killed } from './faults';
import { business, pro } from './limited';
import { create, list, meetings } from './lists';
import { operations } from './operations';
import { business300, business500, pro1500, pro300, pro500 } from './realistic';
import { otherApp, twoExecutions } from './sharing';
import { unlimited } from './unlimited';

/** By the names that `--only` takes, in the order in which they run. */
export const SCENARIOS: Record<string, Scenario> = {
	refused,
	events,
	flood,
	pro500,
	business500,
	pro1500,
	pro300,
	business300,
	pro,
	business,
	otherApp,
	twoExecutions,
	unlimited,
	cost,
	...mapKeys(operations('pro', 500), (_, name) => `${name}Pro500`),
	...mapKeys(operations('business', 300), (_, name) => `${name}Business300`),
	list,
	cold,
	killed,
	create,
	meetings,
	engine,
};
