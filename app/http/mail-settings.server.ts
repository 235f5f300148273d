import { z } from "zod";
import type { MailSettings } from "#app/domain/mail/smtp.server.ts";
import { isEmailAddress } from "#app/domain/text/email-address.ts";

/** How mail leaves. */
export const mailSettingsShape = {
  /** smtp://name:password@machine:587, or smtps:// for TLS from the first byte; empty: no mail is offered. */
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, message: "is not an smtp or smtps address" })
    .optional(),
  /** The address that mail comes from. */
  MAIL_FROM: z
    .string()
    .refine(isEmailAddress, "is not an email address alone")
    .optional(),
};

type Settings = z.infer<z.ZodObject<typeof mailSettingsShape>>;

export function refuseMailFromNobody(
  { SMTP_URL, MAIL_FROM }: Settings,
  refinement: z.RefinementCtx,
): void {
  if (SMTP_URL !== undefined && MAIL_FROM === undefined)
    refinement.addIssue({
      code: "custom",
      path: ["MAIL_FROM"],
      message: "is needed where mail is to be sent",
    });
}

/**
 * What is sent opens answers, so the way to another machine is locked: where the
 * server does not go over to TLS nothing is sent, unless the address ends in
 * `?requireTLS=false`.
 */
export function readMailSettings({
  SMTP_URL,
  MAIL_FROM,
}: Settings): MailSettings | undefined {
  if (SMTP_URL === undefined || MAIL_FROM === undefined) return undefined;
  const url = new URL(SMTP_URL);
  const isTls = url.protocol === "smtps:";
  const isOwnMachine = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(
    url.hostname,
  );
  const isWaived = url.searchParams.get("requireTLS") === "false";
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: Number(url.port) || (isTls ? 465 : 587),
    isTls,
    mustTurnToTls: !isTls && !isOwnMachine && !isWaived,
    login: url.username
      ? {
          user: decodeURIComponent(url.username),
          pass: decodeURIComponent(url.password),
        }
      : undefined,
    from: MAIL_FROM,
  };
}
