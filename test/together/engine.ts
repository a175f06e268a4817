import { load, testsIn } from './files';

load(testsIn('engine'));
