import {
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import {
  isRouteErrorResponse,
  Outlet,
  useLoaderData,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { responseFormAddress, queueAddress } from "#app/addresses.ts";
import { may } from "#app/domain/accounts/permissions.ts";
import { takeFlash } from "#app/http/request/flash.server.ts";
import {
  noFrameCounts,
  readFrameCounts,
} from "#app/http/request/frame-counts.server.ts";
import { findReader, requireStaff } from "#app/http/request/guards.server.ts";
import { FlashBanner } from "#app/ui/review/flash-banner.tsx";
import stylesheet from "#app/ui/review.scss?url";
import type { HeldForm } from "#app/ui/review/held-form.tsx";
import { SignInForm, SignInFrame } from "#app/ui/review/sign-in-form.tsx";
import { UnsavedPage, unsavedIn } from "#app/ui/unsaved-form.tsx";
import { wordsIn } from "#app/words/words.ts";
import { StaffMasthead, WaivedBanner } from "#app/ui/review/staff-masthead.tsx";
import { listStaffLinks } from "#app/screens/review/staff-links.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
];

/** What every staff page stands in. Each child guards itself: a layout's loader guards nothing for it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, context, "open-review-side");
  const { need } = await findReader(request, context);
  const { flash, headers } = await takeFlash(request, context);
  const counts =
    need === "nothing" ? await readFrameCounts(context, staff) : noFrameCounts;
  return data(
    {
      staffName: staff.name,
      mayOverseeWork: may(staff, "oversee-work"),
      mayKeepCalls: may(staff, "keep-calls"),
      mayKeepPortal: may(staff, "keep-portal"),
      mayReadEqualityTotals: may(staff, "read-equality-totals"),
      maySeePeople: may(staff, "see-people"),
      mayImport: may(staff, "import-responses"),
      mayTakeOut: may(staff, "take-out-passages"),
      ...counts,
      mayDecideSafeguarding: may(staff, "decide-safeguarding"),
      reviewName: context.env.reviewName,
      /** Before a second step is set up there is one page, and no way to the others. */
      isSettingUp: need === "set-up",
      isSecondStepWaived: context.env.secondStep === "waived",
      flash,
    },
    { headers },
  );
}

export default function ReviewPages() {
  const { flash, ...frame } = useLoaderData<typeof loader>();
  const { pathname, search } = useLocation();
  return (
    <StaffFrame {...frame}>
      {flash && (
        <FlashBanner
          kind={flash.kind}
          here={pathname + search}
          undoAddress={
            flash.undo && responseFormAddress(flash.undo, "take-back")
          }
        >
          {flash.text}
        </FlashBanner>
      )}
      <Outlet />
    </StaffFrame>
  );
}

type Frame = {
  staffName: string;
  mayOverseeWork: boolean;
  mayKeepCalls: boolean;
  mayKeepPortal: boolean;
  mayReadEqualityTotals: boolean;
  maySeePeople: boolean;
  mayImport: boolean;
  mayTakeOut: boolean;
  heldBackCount: number | undefined;
  cases: { open: number; overdue: number };
  mayDecideSafeguarding: boolean;
  reviewName: string;
  isSettingUp: boolean;
  isSecondStepWaived: boolean;
};

function StaffFrame(props: Frame & { children: ReactNode }) {
  const { pathname } = useLocation();
  const { often, seldom } = listStaffLinks(props);
  const shown = (links: typeof often) =>
    (props.isSettingUp ? [] : links).map((link) => ({
      ...link,
      isCurrent: pathname.startsWith(link.to),
    }));
  return (
    <div className="heard-staff-page">
      <a href="#main-content" className="govuk-skip-link">
        Skip to main content
      </a>
      {props.isSecondStepWaived && <WaivedBanner />}
      <StaffMasthead
        reviewName={props.reviewName}
        staffName={props.staffName}
        often={shown(often)}
        seldom={shown(seldom)}
      />
      <div className="heard-staff-width">
        <main className="heard-staff-main" id="main-content">
          {props.children}
        </main>
      </div>
    </div>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const frame = useRouteLoaderData<typeof loader>("routes/review");
  const status = isRouteErrorResponse(error) ? error.status : 500;
  if (isRouteErrorResponse(error) && isSignedOut(error.data))
    return (
      <SignInFrame name={error.data.name}>
        <title>You have been signed out – Heard</title>
        <SignInForm {...error.data} />
      </SignInFrame>
    );
  const { heading, advice } = errorWords(status);
  const unsaved = unsavedIn(error);
  const words = unsaved ? (
    <UnsavedPage unsaved={unsaved} words={wordsIn("en").unsaved} />
  ) : (
    <>
      <title>{`${heading} – Heard`}</title>
      <h1 className="govuk-heading-l">{heading}</h1>
      <p className="govuk-body">{advice}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={queueAddress()}>
          Go to the queue
        </a>
      </p>
    </>
  );
  if (!frame)
    return (
      <main className="heard-staff-width heard-staff-main" id="main-content">
        {words}
      </main>
    );
  return <StaffFrame {...frame}>{words}</StaffFrame>;
}

type SignedOut = { held: HeldForm; from: string; name: string };

/** What `requireStaff` throws for a post of somebody who is not signed in. */
function isSignedOut(thrown: unknown): thrown is SignedOut {
  return typeof thrown === "object" && thrown !== null && "held" in thrown;
}

function errorWords(status: number) {
  if (status === 404)
    return {
      heading: "There is nothing at this address",
      advice: "Check the reference, or look for the response in the queue.",
    };
  if (status === 403)
    return {
      heading: "Your account does not open this page",
      advice: "Ask the lead of the review team if you need it.",
    };
  return {
    heading: "Something went wrong on our side",
    advice:
      "What was saved before is still there. Go back and try again in a few minutes.",
  };
}
