import { InformationPage } from "../information-page.tsx";
import { PageBody, TwoThirds } from "../page-parts.tsx";
import { OwnPage, type OwnPageProps } from "./own-page.tsx";

type StandingTextProps = {
  own: OwnPageProps | undefined;
  first: Parameters<typeof InformationPage>[0] | undefined;
};

/** A page that has to be there: the review's own, or the one that comes with the portal. */
export function StandingText({ own, first }: StandingTextProps) {
  if (first) return <InformationPage {...first} />;
  return (
    <PageBody>
      <TwoThirds>{own && <OwnPage {...own} />}</TwoThirds>
    </PageBody>
  );
}
