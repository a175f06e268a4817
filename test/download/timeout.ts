// Only stops what hangs: gigabytes are written and read again, on a machine that may be busy.
jest.setTimeout(3_600_000);
