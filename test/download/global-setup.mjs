export { installN8n as default } from '../e2e/global-setup.mjs';
