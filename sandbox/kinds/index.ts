export type { Kind } from './kind';
export { MEETING } from './meeting';
export { WEBINAR } from './webinar';
