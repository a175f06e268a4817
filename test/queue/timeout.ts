// Hundreds of executions in several processes of n8n.
jest.setTimeout(240_000);
