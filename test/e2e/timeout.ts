// n8n takes some 10 seconds to start, and longer on a busy machine.
jest.setTimeout(120_000);
