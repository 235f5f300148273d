import { z } from "zod";

/** The names in an archive: what it is, the database, the files, and last what all of it must be. */
export const aboutName = "about.json";
export const databaseName = "heard.sqlite";
export const manifestName = "manifest.json";
const filesFolder = "files/";

export function nameOfFile(publicId: string): string {
  return `${filesFolder}${publicId}`;
}

/** The id of a file by its name in an archive; undefined for the rest. */
export function fileNamed(name: string): string | undefined {
  return name.startsWith(filesFolder)
    ? name.slice(filesFolder.length)
    : undefined;
}

const wholeNumber = z.number().int().min(0);
const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
const bytesSchema = z.object({ byteSize: wholeNumber, sha256: sha256Schema });

/** Read before anything else: whether this program can do anything with the rest. */
export const aboutSchema = z.object({
  format: z.literal(1),
  program: z.string(),
  /** Those that had run on the database, in order. */
  migrations: z.array(z.string()),
  madeAt: z.iso.datetime(),
});

const factsSchema = z.object({
  /** Rows of each table. */
  rows: z.record(z.string(), wholeNumber),
  eventCount: wholeNumber,
  /** Of the chain of events; none where it is broken. */
  lastHash: sha256Schema.optional(),
  brokenEvents: z.array(wholeNumber),
  /** What SQLite found wrong, in its own words. */
  faults: z.array(z.string()),
});

export const manifestSchema = aboutSchema.extend({
  database: bytesSchema,
  facts: factsSchema,
  files: z.array(bytesSchema.extend({ publicId: z.string() })),
  /** Files of drafts that were deleted while the backup was made. */
  removed: z.array(z.string()),
  /** Files that rows name, and that were not there or not what was sent. */
  lost: z.array(
    z.object({ publicId: z.string(), reason: z.enum(["missing", "damaged"]) }),
  ),
  /** Of the HEARD_SECRET, which is not in the archive: whether it is the same. */
  secretMark: z.string(),
});

export type About = z.infer<typeof aboutSchema>;
export type Manifest = z.infer<typeof manifestSchema>;
/** What a database says of itself, the same for the same database. */
export type DatabaseFacts = z.infer<typeof factsSchema>;
export type KeptBytes = z.infer<typeof bytesSchema>;

/** Whether what was backed up was whole: nothing lost, nothing broken. */
export function isSound({ facts, lost }: Manifest): boolean {
  const { faults, brokenEvents } = facts;
  return faults.length + brokenEvents.length + lost.length === 0;
}
