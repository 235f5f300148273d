import path from "node:path";
import { z } from "zod";
import type { FileSettings } from "#app/domain/attachments/attachment-store.server.ts";

/** Where files are kept. */
export const fileSettingsShape = {
  /** Where files are received; and kept, where no bucket is set. */
  UPLOADS_FOLDER: z.string().default("uploads"),
  /** An S3-compatible bucket for files; empty for the folder. */
  FILES_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "is not the name of a bucket")
    .optional(),
  /** Amazon's own for the region where it is empty. */
  FILES_ENDPOINT: z
    .url({ protocol: /^https?$/, message: "is not an http or https address" })
    .optional(),
  FILES_REGION: z
    .string()
    .regex(/^[\w-]{1,60}$/, "is not the name of a region")
    .optional(),
  FILES_ACCESS_KEY: z.string().optional(),
  FILES_SECRET_KEY: z.string().optional(),
};

const bucketNames = [
  "FILES_BUCKET",
  "FILES_REGION",
  "FILES_ACCESS_KEY",
  "FILES_SECRET_KEY",
] as const;

type Settings = z.infer<z.ZodObject<typeof fileSettingsShape>>;

/** All of a bucket is set or none of it: half of it would put files into the folder unseen. */
export function refuseHalfABucket(
  settings: Settings,
  refinement: z.RefinementCtx,
): void {
  const isAnySet = [...bucketNames, "FILES_ENDPOINT" as const].some(
    (name) => settings[name] !== undefined,
  );
  if (!isAnySet) return;
  for (const name of bucketNames)
    if (settings[name] === undefined)
      refinement.addIssue({
        code: "custom",
        path: [name],
        message: "is needed where files are to be kept in a bucket",
      });
}

export function readFileSettings(settings: Settings): FileSettings {
  const folder = path.resolve(settings.UPLOADS_FOLDER);
  const {
    FILES_BUCKET: bucket,
    FILES_REGION: region,
    FILES_ACCESS_KEY: accessKey,
    FILES_SECRET_KEY: secretKey,
  } = settings;
  if (!bucket || !region || !accessKey || !secretKey) return { folder };
  const endpoint = new URL(
    settings.FILES_ENDPOINT ?? `https://s3.${region}.amazonaws.com`,
  );
  return { folder, bucket: { endpoint, region, bucket, accessKey, secretKey } };
}
