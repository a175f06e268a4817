import { z } from 'zod';

export const usageSchema = z.object({
	wallMs: z.number(),
	cpuMs: z.number(),
	/** Growth of the process's memory at its peak, in megabytes. */
	rssMb: z.number(),
	/** How many rows came back, or were answered as they should be. */
	rows: z.number(),
	/** Until each answer, where it is about events. */
	answersMs: z.array(z.number()).optional(),
	/** The longest time without a turn of the event loop, where it is about the engine. */
	blockMs: z.number().optional(),
});

/** What a run took. */
export type Usage = z.infer<typeof usageSchema>;
