/** An identity provider that the team's people have accounts with (OpenID Connect). */
export type ProviderSettings = {
  /** What the pages call it. */
  name: string;
  /** Its address as it writes it itself. */
  issuer: string;
  clientId: string;
  clientSecret: string;
};

/** What of one visit to the provider is kept in the browser, sealed, until it comes back. */
export type ProviderVisit = { state: string; nonce: string; verifier: string };

/** Whom the provider says that somebody is: there a subject is never another person's, and an address may become one. */
export type ProvenPerson = {
  issuer: string;
  subject: string;
  email: string;
  isVerified: boolean;
};

/** Why a visit to the provider let nobody in. */
export const providerRefusals = [
  /** It was not gone through there: cancelled, or not allowed. */
  "stopped",
  /** The visit is not one that began in this browser, or began long ago. */
  "lost",
  /** The provider does not answer, or not in time. */
  "down",
  /** What it answered is not what was asked for. */
  "wrong",
  /** The address is not known there to be its owner's. */
  "unverified",
  /** Whoever is on the team under the address is linked to another account there. */
  "another",
  /** Whoever came is not on the team. */
  "stranger",
  /** They were. */
  "disabled",
  /** Too many came from one place. */
  "wait",
] as const;

export type ProviderRefusal = (typeof providerRefusals)[number];
