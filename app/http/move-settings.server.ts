import path from "node:path";
import { z } from "zod";
import type { DatabasePlace } from "#app/db/connection.server.ts";
import type { FileSettings } from "#app/domain/attachments/attachment-store.server.ts";
import { OperatorError } from "#app/operator-error.ts";
import {
  fileSettingsShape,
  readFileSettings,
  refuseHalfABucket,
} from "./file-settings.server.ts";
import { postgresAddress } from "./postgres-address.ts";

const fileNames = Object.keys(fileSettingsShape);

const schema = z
  .object({
    DATABASE_FILE: z.string().optional(),
    DATABASE_URL: postgresAddress.optional(),
    ...fileSettingsShape,
  })
  .superRefine(refuseHalfABucket)
  .refine(
    ({ DATABASE_FILE, DATABASE_URL }) => !DATABASE_FILE || !DATABASE_URL,
    {
      path: ["DATABASE_URL"],
      error: "and the file are both set, and the database goes to one of them",
    },
  );

/** Where a move goes; what is not named stays where it is. */
export type MoveTarget = { database?: DatabasePlace; files?: FileSettings };

/**
 * Reads the settings of another place than the portal's, each with a prefix
 * before its name: MOVE_TO_ for what there will be.
 *
 * @param uploadsFolder where files are received, which a bucket needs too.
 * @throws an OperatorError that names every setting that is wrong, without its value.
 */
export function readOtherPlace(
  prefix: "MOVE_TO_" | "DRILL_FROM_" | "DRILL_TO_",
  variables: NodeJS.ProcessEnv,
  uploadsFolder: string,
): MoveTarget {
  const given = Object.fromEntries(
    Object.entries(variables)
      .filter(([name, value]) => name.startsWith(prefix) && value !== "")
      .map(([name, value]) => [name.slice(prefix.length), value]),
  );
  const parsed = schema.safeParse({ UPLOADS_FOLDER: uploadsFolder, ...given });
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      (issue) => `  ${prefix}${issue.path.join(".")}: ${issue.message}`,
    );
    throw new OperatorError(
      `Settings of another place are missing or wrong:\n${lines.join("\n")}`,
    );
  }
  const { DATABASE_FILE: file, DATABASE_URL: url } = parsed.data;
  const isOfFiles = fileNames.some((name) => given[name] !== undefined);
  return {
    ...(file && { database: { file: path.resolve(file) } }),
    ...(url && { database: { url } }),
    ...(isOfFiles && { files: readFileSettings(parsed.data) }),
  };
}
