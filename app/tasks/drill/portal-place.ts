import type { DatabasePlace } from "#app/db/connection.server.ts";
import type { FileSettings } from "#app/domain/attachments/attachment-store.server.ts";

/** Where a portal has its rows and its files: the drill's own, or what whoever runs it has made for it. */
export type PortalPlace = { database: DatabasePlace; files: FileSettings };

/** The same as the settings of a command; what they do not name is empty, whatever the machine's own are. */
export function settingsOf({
  database,
  files: { folder, bucket },
}: PortalPlace): Record<string, string> {
  return {
    DATABASE_URL: "url" in database ? database.url : "",
    DATABASE_FILE: "file" in database ? database.file : "",
    UPLOADS_FOLDER: folder,
    FILES_BUCKET: bucket?.bucket ?? "",
    FILES_ENDPOINT: bucket?.endpoint.href ?? "",
    FILES_REGION: bucket?.region ?? "",
    FILES_ACCESS_KEY: bucket?.accessKey ?? "",
    FILES_SECRET_KEY: bucket?.secretKey ?? "",
  };
}
