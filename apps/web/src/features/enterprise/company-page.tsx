import { formatBusinessNumber } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { FactList } from '../../components/fact-list';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { showBasisPoints } from '../../lib/percent-format';
import { districtName } from '../../lib/seoul-tiles';
import { companyQuery, type Company, type CompanySupplier } from './api';
import { companyMessages } from './company-messages';
import { PendingFacts } from './pending-facts';
import { VerificationHistory } from './verification-history';
import { WithEnterprise } from './with-enterprise';
import './company-page.css';

export default function CompanyPage() {
  return <WithEnterprise>{() => <OwnCompany />}</WithEnterprise>;
}

function OwnCompany() {
  const t = useMessages(companyMessages);
  const { data, error, refetch } = useQuery(companyQuery);
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton label={t('title')} />;
  return <CompanyView company={data.data} />;
}

function CompanyView({ company }: { readonly company: Company }) {
  const t = useMessages(companyMessages);
  const { language } = useLanguage();
  const { supplier, pending, verifications } = company;
  return (
    <div className="stack">
      <PageHeader
        title={supplier.name}
        description={t('lead')}
        actions={
          <>
            <LinkButton icon="edit" to="/enterprise/edit">
              {t('edit')}
            </LinkButton>
            <LinkButton variant="secondary" icon="certificate" to="/enterprise/certificates">
              {t('certificates')}
            </LinkButton>
            <LinkButton variant="secondary" to={`/suppliers/${supplier.id}`}>
              {t('publicPage')}
            </LinkButton>
          </>
        }
      />
      {supplier.closedOn !== null && (
        <Notice tone="warning">{t('closed', { day: showDay(supplier.closedOn, language) })}</Notice>
      )}
      {pending !== null && <PendingFacts pending={pending} />}
      <section className="panel stack stack--tight" aria-labelledby="company-facts">
        <h2 id="company-facts">{t('factsTitle')}</h2>
        <p className="field__hint">{t('factsText')}</p>
        <VerifiedFacts supplier={supplier} />
      </section>
      <section className="panel stack stack--tight" aria-labelledby="company-words">
        <h2 id="company-words">{t('ownTitle')}</h2>
        <p className="field__hint">{t('ownText')}</p>
        <FactList
          facts={[
            { label: t('own_businessSummary'), value: supplier.businessSummary },
            { label: t('own_phone'), value: supplier.phone },
            { label: t('own_email'), value: supplier.email },
            { label: t('own_homepage'), value: supplier.homepage },
            {
              label: t('own_introduction'),
              value: supplier.introduction && <span className="company-words">{supplier.introduction}</span>,
            },
          ]}
        />
      </section>
      <VerificationHistory verifications={verifications} />
    </div>
  );
}

function VerifiedFacts({ supplier }: { readonly supplier: CompanySupplier }) {
  const t = useMessages(companyMessages);
  const { language } = useLanguage();
  const { businessNumber, vulnerableEmploymentBp, vulnerableEmploymentOn } = supplier;
  return (
    <FactList
      facts={[
        { label: t('fact_name'), value: supplier.name },
        {
          label: t('fact_businessNumber'),
          value: businessNumber === null ? null : formatBusinessNumber(businessNumber),
        },
        { label: t('fact_representative'), value: supplier.representative },
        { label: t('fact_address'), value: supplier.address },
        { label: t('fact_districtCode'), value: districtName(supplier.districtCode, language) },
        {
          label: t('fact_vulnerableEmploymentBp'),
          value:
            vulnerableEmploymentBp === null
              ? null
              : t('employmentShown', {
                  percent: showBasisPoints(vulnerableEmploymentBp),
                  day: showDay(vulnerableEmploymentOn, language),
                }),
        },
      ]}
    />
  );
}
