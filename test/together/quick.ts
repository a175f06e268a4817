import { load, testsIn } from './files';

load(testsIn('unit', 'property', 'contract', 'completeness'));
