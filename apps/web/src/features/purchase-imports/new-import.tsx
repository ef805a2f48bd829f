import { CHANNELS, PURCHASE_KINDS } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { NewImportForm } from '../../components/new-import-form';
import { SelectField } from '../../components/select-field';
import { uploadFile } from '../../lib/files';
import { departmentsQuery } from '../../lib/institution-queries';
import { useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';
import { useUser } from '../../lib/session';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { useYears } from '../../lib/years';
import { createImport } from './api';
import { importMessages } from './messages';

/** The first step: a file, and for what it does not say itself a few settings. */
export function NewImport() {
  const t = useMessages(importMessages);
  const word = useMessages(purchaseWords);
  const user = useUser();
  const key = useIdempotencyKey();
  const { years, current } = useYears();
  const [year, setYear] = useState('');
  const [departmentId, setDepartmentId] = useState(user.departmentId ?? '');
  const [kind, setKind] = useState<(typeof PURCHASE_KINDS)[number]>('goods');
  const [channel, setChannel] = useState<(typeof CHANNELS)[number]>('contract');
  const departments = useQuery({
    ...departmentsQuery(user.institutionId),
    enabled: user.institutionId !== null && user.departmentId === null,
  });

  const create = async (file: File) => {
    const place = departmentId === '' ? null : departmentId;
    const stored = await uploadFile(file, place);
    const body = {
      fileId: stored.id,
      fiscalYear: year === '' ? current : Number(year),
      departmentId: place,
      defaultKind: kind,
      defaultChannel: channel,
    };
    const created = await createImport(body, key.headersFor(body));
    return `/purchase-imports/${created.id}`;
  };

  return (
    <NewImportForm title={t('newTitle')} fileHint={t('fileHint')} start={t('start')} create={create}>
      {() => (
        <>
          <SelectField
            label={t('fiscalYear')}
            emptyLabel={null}
            value={year === '' ? String(current) : year}
            onChange={(event) => setYear(event.target.value)}
            options={years.map((one) => ({
              value: String(one),
              label: t('yearName', { year: String(one) }),
            }))}
          />
          {user.departmentId === null && (
            <SelectField
              label={t('department')}
              emptyLabel={t('departmentFromSheet')}
              value={departmentId}
              onChange={(event) => setDepartmentId(event.target.value)}
              options={(departments.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <SelectField
            label={t('defaultKind')}
            emptyLabel={null}
            value={kind}
            onChange={(event) => setKind(PURCHASE_KINDS.find((one) => one === event.target.value) ?? 'goods')}
            options={PURCHASE_KINDS.map((one) => ({ value: one, label: word(`kind_${one}`) }))}
          />
          <SelectField
            label={t('defaultChannel')}
            emptyLabel={null}
            value={channel}
            onChange={(event) => setChannel(CHANNELS.find((one) => one === event.target.value) ?? 'contract')}
            options={CHANNELS.map((one) => ({ value: one, label: word(`channel_${one}`) }))}
          />
        </>
      )}
    </NewImportForm>
  );
}
