import type { Db } from "#app/db/schema.ts";
import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import type { StaffAuth } from "#app/domain/accounts/staff-auth.server.ts";
import type { AttachmentStore } from "#app/domain/attachments/attachment-store.server.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import type { PortalSettings } from "#app/domain/portal/settings.ts";
import type { DemoResponse } from "./demo-response.ts";
import type { DemoStaffKey } from "./demo-staff.ts";
import type { DemoTagName } from "./demo-tags.ts";

export type DemoSurroundings = {
  db: Db;
  attachmentStore: AttachmentStore;
  auth: StaffAuth;
  secret: string;
  clamdAddress: string;
  /** One for all accounts of the demo. */
  password: string;
  now: Date;
  /** As the operator set them. */
  settings: PortalSettings;
  tell: (line: string) => void;
};

/** One thing that happened at a moment of the demo's past. */
export type Step = { at: Date; what: string; take: () => Promise<void> };

/** What the steps leave for those that come after them. */
export type Demo = DemoSurroundings & {
  staff: Record<DemoStaffKey, StaffMember>;
  /** By slug. */
  calls: Map<string, Call>;
  tagIds: Map<DemoTagName, number>;
  sent: Map<DemoResponse, { responseId: number; reference: string }>;
  /** Of responses whose own side there is something to see of. */
  receipts: DemoReceipt[];
};

/** With which a visitor of the demo comes to a response as its sender. */
export type DemoReceipt = { reference: string; code: string; shows: string };

export function daysBefore(demo: { now: Date }, days: number): Date {
  return new Date(demo.now.getTime() - days * 86_400_000);
}

/** @throws where the step that makes it has not been taken: the demo's dates are in disorder. */
export function fromEarlierStep<Key, Value>(
  made: Map<Key, Value>,
  key: Key,
): Value {
  const value = made.get(key);
  if (value === undefined)
    throw new Error(`The demo needs this earlier: ${JSON.stringify(key)}`);
  return value;
}
