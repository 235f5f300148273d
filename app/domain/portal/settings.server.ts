import type { Db } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import { isSameJson } from "../text/canonical-json.ts";
import { type PortalSettings, settingsSchema } from "./settings.ts";
import {
  insertSettings,
  selectSettingsRow,
} from "./settings.queries.server.ts";

/** Settings as they were saved. */
export function readSettings(body: string): PortalSettings {
  return settingsSchema.parse(JSON.parse(body));
}

/** What was last saved; version 0 and what the operator set, until somebody has saved anything. */
export async function findSettings(
  db: Db,
  first: PortalSettings,
): Promise<{ version: number; settings: PortalSettings }> {
  const row = await selectSettingsRow(db);
  if (!row) return { version: 0, settings: first };
  return { version: row.version, settings: readSettings(row.body) };
}

/**
 * What a letter and a clock of background work need of the settings.
 *
 * @param first what the operator set, which holds until somebody has saved anything
 */
export async function findToldSettings(
  db: Db,
  first: { reviewName: string; safeguarding: { hours: number } },
): Promise<{ name: string; hours: number }> {
  const row = await selectSettingsRow(db);
  if (!row) return { name: first.reviewName, hours: first.safeguarding.hours };
  const { name, safeguarding } = readSettings(row.body);
  return { name: name.en, hours: safeguarding.hours };
}

type Saving = {
  staffId: string;
  now: Date;
  /** What holds until somebody has saved anything. */
  first: PortalSettings;
  /** What is changed, for the log: never what it says. */
  what: string;
};

/**
 * Saves other settings; those from before are kept.
 *
 * @param change is given what holds now; undefined where that is not what was looked at
 */
export async function saveSettings(
  db: Db,
  { staffId, now, first, what }: Saving,
  change: (before: PortalSettings) => PortalSettings | undefined,
): Promise<{ ok: true } | { ok: false; reason: "changed-meanwhile" }> {
  const refused = { ok: false, reason: "changed-meanwhile" } as const;
  return db.transaction().execute(async (trx) => {
    const { version, settings } = await findSettings(trx, first);
    const after = change(settings);
    if (!after) return refused;
    if (isSameJson(after, settings)) return { ok: true };
    const isSaved = await insertSettings(trx, {
      ...{ version: version + 1, body: JSON.stringify(after) },
      ...{ saved_at: now.toISOString(), saved_by_id: staffId },
    });
    if (!isSaved) return refused;
    await recordEvent(trx, {
      ...{ at: now, actor: { kind: "staff", staffId } },
      ...{ subject: { kind: "staff" }, type: "portal.settings-saved" },
      details: { version: version + 1, what },
    });
    return { ok: true };
  });
}
