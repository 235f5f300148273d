import { existsSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { OperatorError } from "#app/operator-error.ts";
import type { DatabasePlace } from "#app/db/connection.server.ts";
import type { ProviderSettings } from "#app/domain/accounts/provider.ts";
import type { SecondStepRule } from "#app/domain/accounts/second-steps.ts";
import type { MailSettings } from "#app/domain/mail/smtp.server.ts";
import type { PageWords } from "#app/domain/portal/own-pages.ts";
import type { FileSettings } from "#app/domain/attachments/attachment-store.server.ts";
import {
  fileSettingsShape,
  readFileSettings,
  refuseHalfABucket,
} from "./file-settings.server.ts";
import {
  mailSettingsShape,
  readMailSettings,
  refuseMailFromNobody,
} from "./mail-settings.server.ts";
import { postgresAddress } from "./postgres-address.ts";
import {
  providerSettingsShape,
  readProviderSettings,
  refuseHalfAProvider,
} from "./provider-settings.server.ts";

const wholeNumber = (fallback: number) =>
  z.coerce.number().int().min(0).default(fallback);

const eachSetting = z.object({
  NODE_ENV: z
    .enum(["development", "test", "production"])
    .default("development"),
  HOST: z.string().default("127.0.0.1"),
  PORT: wholeNumber(3000),
  /** The one source of addresses in pages and mail; never taken from a request. */
  PUBLIC_BASE_URL: z
    .url({ protocol: /^https?$/ })
    .default("http://localhost:3000"),
  /** Whose portal it is: in the masthead, in titles and in the footer's line of help. */
  REVIEW_NAME: z.string().max(120).default("An independent review"),
  /** Two or three sentences on the first page: what the review is about. */
  REVIEW_ABOUT: z.string().max(600).optional(),
  /** Who runs it: "Chaired by Dr Wren Okafor, set up by the Department for Education". */
  REVIEW_RUN_BY: z.string().max(200).optional(),
  /** When it reports, as the review puts it: "in the spring of 2027". */
  REVIEW_REPORTS: z.string().max(120).optional(),
  REVIEW_CONTACT_EMAIL: z.email().default("contact@review.example"),
  DATABASE_FILE: z.string().default("data/heard.sqlite"),
  /** A PostgreSQL, in place of the file. */
  DATABASE_URL: postgresAddress.optional(),
  ...fileSettingsShape,
  ...mailSettingsShape,
  ...providerSettingsShape,
  /** Whether each of the team gives a second step before they see a response; a demo may waive it. */
  SECOND_STEP: z.enum(["required", "waived"]).optional(),
  /** By when somebody is to take up what is flagged for safeguarding, before leads are told again. */
  SAFEGUARDING_HOURS: z.coerce.number().int().min(1).max(720).default(24),
  /** What a reader does who has flagged something, in the review's own words. */
  SAFEGUARDING_NEXT_STEP: z.string().max(1_000).optional(),
  HEARD_SECRET: z
    .string()
    .min(32, "needs at least 32 characters; `openssl rand -hex 32` makes one"),
  /** What npm run backup locks an archive with, where no recipient is given. */
  HEARD_BACKUP_PASSPHRASE: z.string().optional(),
  TRUSTED_PROXY_HOPS: wholeNumber(0),
  MAX_ATTACHMENT_MEGABYTES: z.coerce
    .number()
    .int()
    .min(1)
    .max(1024)
    .default(100),
  /** What the files of one draft may come to. */
  MAX_DRAFT_MEGABYTES: z.coerce.number().int().min(1).default(500),
  /** Below this much free disk no file is taken, so that texts can still be. */
  MIN_FREE_DISK_MEGABYTES: wholeNumber(500),
  /** Form posts one network may send in an hour before it is asked to wait. */
  POSTS_PER_HOUR: wholeNumber(600),
  /** The same for one draft: a page saves itself while somebody writes, which may be every few seconds. */
  POSTS_PER_HOUR_OF_DRAFT: wholeNumber(3_600),
  /** Unix socket path, or host:port; empty means that files are not scanned, and staff are told so. */
  CLAMD_ADDRESS: z.string().default(""),
  WORKER: z.enum(["inline", "separate"]).default("inline"),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "silent"])
    .default("info"),
});

const environmentSchema = eachSetting
  .superRefine(refuseHalfABucket)
  .superRefine(refuseMailFromNobody)
  .superRefine(refuseHalfAProvider);

/** By when a case is taken up, and what a reader does meanwhile where the review says so itself. */
export type SafeguardingRule = { hours: number; nextStep: string | undefined };

/** What the review says of itself on the first page. */
export type ReviewWords = {
  about: PageWords | undefined;
  runBy: PageWords | undefined;
  reports: PageWords | undefined;
};

export type Env = {
  mode: "development" | "test" | "production";
  host: string;
  port: number;
  publicBaseUrl: URL;
  reviewName: string;
  review: ReviewWords;
  reviewContactEmail: string;
  database: DatabasePlace;
  uploadsFolder: string;
  files: FileSettings;
  /** Where it is not set, no mail is offered to anybody. */
  mail: MailSettings | undefined;
  /** Where it is not set, everybody signs in with a password or a passkey. */
  provider: ProviderSettings | undefined;
  secret: string;
  secondStep: SecondStepRule;
  safeguarding: SafeguardingRule;
  backupPassphrase: string | undefined;
  trustedProxyHops: number;
  maxAttachmentBytes: number;
  maxDraftBytes: number;
  minFreeDiskBytes: number;
  postsPerHour: number;
  postsPerHourOfDraft: number;
  clamdAddress: string;
  worker: "inline" | "separate";
  logLevel: string;
};

/**
 * Reads the settings once, `.env` included where there is one.
 *
 * @throws an Error that names every setting that is missing or wrong, without its value.
 */
export function readEnvironment(
  variables: NodeJS.ProcessEnv = process.env,
): Env {
  if (variables === process.env && existsSync(".env"))
    process.loadEnvFile(".env");
  const parsed = environmentSchema.safeParse(withoutEmpty(variables));
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      (issue) => `  ${issue.path.join(".")}: ${issue.message}`,
    );
    throw new OperatorError(
      `Some settings are missing or wrong (see .env.example):\n${lines.join("\n")}`,
    );
  }
  const settings = parsed.data;
  return {
    mode: settings.NODE_ENV,
    host: settings.HOST,
    port: settings.PORT,
    publicBaseUrl: new URL(settings.PUBLIC_BASE_URL),
    ...readReview(settings),
    database: settings.DATABASE_URL
      ? { url: settings.DATABASE_URL }
      : { file: path.resolve(settings.DATABASE_FILE) },
    uploadsFolder: path.resolve(settings.UPLOADS_FOLDER),
    files: readFileSettings(settings),
    mail: readMailSettings(settings),
    provider: readProviderSettings(settings),
    ...readSafety(settings),
    trustedProxyHops: settings.TRUSTED_PROXY_HOPS,
    maxAttachmentBytes: settings.MAX_ATTACHMENT_MEGABYTES * 1_000_000,
    maxDraftBytes: settings.MAX_DRAFT_MEGABYTES * 1_000_000,
    minFreeDiskBytes: settings.MIN_FREE_DISK_MEGABYTES * 1_000_000,
    postsPerHour: settings.POSTS_PER_HOUR,
    postsPerHourOfDraft: settings.POSTS_PER_HOUR_OF_DRAFT,
    clamdAddress: settings.CLAMD_ADDRESS,
    worker: settings.WORKER,
    logLevel: settings.LOG_LEVEL,
  };
}

/** Where nothing is said of a second step, a real portal asks for it, and a desk where things are tried does not. */
function readSafety(settings: z.infer<typeof eachSetting>) {
  const { SECOND_STEP, NODE_ENV } = settings;
  const usual = NODE_ENV === "production" ? "required" : "waived";
  return {
    secret: settings.HEARD_SECRET,
    backupPassphrase: settings.HEARD_BACKUP_PASSPHRASE,
    secondStep: SECOND_STEP ?? usual,
    safeguarding: {
      hours: settings.SAFEGUARDING_HOURS,
      nextStep: settings.SAFEGUARDING_NEXT_STEP,
    },
  } satisfies Partial<Env>;
}

function readReview(settings: z.infer<typeof environmentSchema>) {
  return {
    reviewName: settings.REVIEW_NAME,
    reviewContactEmail: settings.REVIEW_CONTACT_EMAIL,
    review: {
      about: inEnglish(settings.REVIEW_ABOUT),
      runBy: inEnglish(settings.REVIEW_RUN_BY),
      reports: inEnglish(settings.REVIEW_REPORTS),
    },
  };
}

const inEnglish = (en: string | undefined) =>
  en === undefined ? undefined : { en };

function withoutEmpty(variables: NodeJS.ProcessEnv) {
  return Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== ""),
  );
}
