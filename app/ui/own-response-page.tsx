import type { ReactNode } from "react";
import { ownResponseAddress } from "#app/addresses.ts";
import { BackLink, PageBody, TwoThirds } from "./page-parts.tsx";

type OwnResponsePageProps = {
  /** What the link back to the response says. */
  back: string;
  children: ReactNode;
};

/** A page behind that of a response that somebody sent, which leads back to it. */
export function OwnResponsePage({ back, children }: OwnResponsePageProps) {
  const address = ownResponseAddress("response");
  return (
    <PageBody before={<BackLink to={address}>{back}</BackLink>}>
      <TwoThirds>{children}</TwoThirds>
    </PageBody>
  );
}
