// Only stops what hangs: n8n takes some 10 seconds to start, and several times as long on a busy machine.
jest.setTimeout(300_000);
