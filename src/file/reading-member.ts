/**
 * What `npm run read` says beside a report file: where each figure was read from, how certain it is,
 * and what was not understood. It is no part of the report: whoever opens such a line gets the report
 * file in it, and nothing of this is taken for a figure.
 */
import * as z from 'zod/mini';

const texts = z.array(z.string());

const cells = z.record(
  z.string(),
  z.strictObject({
    certainty: z.enum(['read', 'derived', 'uncertain']),
    text: z.string(),
    note: z.string(),
    source: z.string(),
  }),
);

const schema = z.strictObject({
  cells,
  printed: z.record(
    z.string(),
    z.record(z.string(), z.record(z.string(), z.union([z.number(), z.string(), z.null()]))),
  ),
  stated: z.record(z.string(), z.string()),
  missing: texts,
  notUnderstood: texts,
  setAside: texts,
  proposed: texts,
  // Lines printed before these were told lack them.
  leftOut: z.optional(texts),
  rivals: z.optional(z.array(z.strictObject({ table: z.string(), where: z.string(), cells }))),
});

/** Frozen, so that a reading, which nobody may change, is one as it stands. */
type Frozen<Value> = Value extends object
  ? { readonly [Key in keyof Value]: Frozen<Value[Key]> }
  : Value;

/** The member as the command line writes it. */
export type ReadingMember = Frozen<z.infer<typeof schema>>;

/** A file without this member; one that only bears its name stays, for the strict schema to refuse. */
export function withoutReading(file: object): object {
  const { reading, ...rest } = file as { readonly reading?: unknown };
  return schema.safeParse(reading).success ? rest : file;
}
