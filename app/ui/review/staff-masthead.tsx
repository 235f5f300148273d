import { signOutAddress } from "#app/addresses.ts";
import { accountAddress } from "#app/people-addresses.ts";
/** On every page of an installation that asks for a password alone. */
export function WaivedBanner() {
  return (
    <aside className="heard-waived" aria-label="For a demo only">
      <div className="heard-staff-width">
        <p>
          Demo: the second step is waived (SECOND_STEP). With a password alone
          anybody reads what people sent. Set it to “required” before real
          answers come.
        </p>
      </div>
    </aside>
  );
}

type StaffLink = { to: string; label: string; isCurrent: boolean };

type StaffMastheadProps = {
  reviewName: string;
  staffName: string;
  often: StaffLink[];
  /** Behind one word, which names the page where it is one of them. */
  seldom: StaffLink[];
};

export function StaffMasthead(props: StaffMastheadProps) {
  const { reviewName, staffName, often, seldom } = props;
  return (
    <header className="heard-staff-masthead">
      <div className="heard-staff-width heard-staff-masthead__inner">
        <p className="heard-staff-masthead__name">
          Heard
          <span className="heard-staff-masthead__review">{reviewName}</span>
        </p>
        <nav aria-label="Review team" className="heard-staff-nav">
          <ul className="heard-staff-nav__list">
            {often.map((link) => (
              <NavigationLink link={link} key={link.to} />
            ))}
            {seldom.length > 0 && <MoreLinks links={seldom} />}
          </ul>
        </nav>
        <form
          className="heard-staff-masthead__person"
          method="post"
          action={signOutAddress}
        >
          <a className="heard-staff-nav__link" href={accountAddress}>
            {staffName}
            <span className="govuk-visually-hidden">: your account</span>
          </a>
          <button type="submit" className="heard-staff-masthead__sign-out">
            Sign out
          </button>
        </form>
      </div>
    </header>
  );
}

function NavigationLink({ link }: { link: StaffLink }) {
  return (
    <li>
      <a
        className="heard-staff-nav__link"
        href={link.to}
        aria-current={link.isCurrent ? "page" : undefined}
      >
        {link.label}
      </a>
    </li>
  );
}

function MoreLinks({ links }: { links: StaffLink[] }) {
  const current = links.find(({ isCurrent }) => isCurrent);
  return (
    <li>
      {/* Closed again on the next page, whichever way one came there. */}
      <details className="heard-staff-more" key={current?.to}>
        <summary
          className="heard-staff-nav__link heard-staff-more__summary"
          data-current={current ? "yes" : undefined}
        >
          {current ? `More: ${current.label}` : "More"}
        </summary>
        <ul className="heard-staff-more__list">
          {links.map((link) => (
            <NavigationLink link={link} key={link.to} />
          ))}
        </ul>
      </details>
    </li>
  );
}
