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

type StaffMastheadProps = {
  reviewName: string;
  staffName: string;
  links: { to: string; label: string; isCurrent: boolean }[];
};

export function StaffMasthead(props: StaffMastheadProps) {
  const { reviewName, staffName, links } = props;
  return (
    <header className="heard-staff-masthead">
      <div className="heard-staff-width heard-staff-masthead__inner">
        <p className="heard-staff-masthead__name">
          Heard
          <span className="heard-staff-masthead__review">{reviewName}</span>
        </p>
        <nav aria-label="Review team" className="heard-staff-nav">
          <ul className="heard-staff-nav__list">
            {links.map((link) => (
              <li key={link.to}>
                <a
                  className="heard-staff-nav__link"
                  href={link.to}
                  aria-current={link.isCurrent ? "page" : undefined}
                >
                  {link.label}
                </a>
              </li>
            ))}
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
