import type { Generated } from "kysely";
import type { OwnPageKind } from "../column-values.ts";
import type { Flag, IsoTime, JsonText } from "./column-types.ts";

type OwnPagesTable = {
  id: Generated<number>;
  /** The page's address, without its slash. */
  slug: string;
  kind: OwnPageKind;
  /** Of its versions, the one that the public reads; null where it reads none. */
  published_version: number | null;
  /** What the team is changing; null where nothing is. */
  draft: JsonText | null;
  drafted_at: IsoTime | null;
  drafted_by_id: string | null;
  row_version: Generated<number>;
  created_at: IsoTime;
  created_by_id: string;
};

/** Never changed: each change of a page is another version. */
type OwnPageVersionsTable = {
  page_id: number;
  version: number;
  /** By language; it stands in the body too, and here for lists and footers. */
  title: JsonText;
  body: JsonText;
  published_at: IsoTime;
  published_by_id: string;
};

/** Never changed: each saving is another row, and the last one counts. */
type PortalSettingsTable = {
  version: number;
  body: JsonText;
  saved_at: IsoTime;
  saved_by_id: string;
};

/** Never changed: each picture has its own address. */
type LogosTable = {
  /** Of both pictures, in hexadecimal: SHA-256. */
  hash: string;
  /** As it is shown, in pixels of a page. */
  width: number;
  height: number;
  is_light: Flag;
  /** WebP in base64, at the size at which it is shown. */
  single_size: string;
  /** The same at twice that size. */
  double_size: string;
  drawn_at: IsoTime;
  drawn_by_id: string;
};

export type PortalTables = {
  logos: LogosTable;
  portal_settings: PortalSettingsTable;
  own_pages: OwnPagesTable;
  own_page_versions: OwnPageVersionsTable;
};
