import { useRef, useState } from 'react';
import { ProblemError } from '../../lib/problem-error';
import { otherSupplierOf, type OtherSupplier } from './namesake-dialog';
import { bodyOf, type SupplierValues } from './supplier-values';

type Send = (body: ReturnType<typeof bodyOf> & { confirmSameName?: boolean }) => Promise<void>;

/** The form element, so that an answered question sends it as its own button does. */
export const SUPPLIER_FORM_ID = 'supplier-form';

/**
 * Sends the form; a namesake becomes a question, a number that somebody else has names who. Other failures are thrown on
 * to the form, which shows them.
 */
export function useSupplierForm(send: Send) {
  const [namesake, setNamesake] = useState<OtherSupplier | null>(null);
  const [holder, setHolder] = useState<OtherSupplier | null>(null);
  const isConfirmed = useRef(false);
  const submit = async (values: SupplierValues) => {
    setHolder(null);
    const confirmed = isConfirmed.current;
    isConfirmed.current = false;
    try {
      await send({ ...bodyOf(values), ...(confirmed ? { confirmSameName: true } : {}) });
    } catch (error) {
      const other = error instanceof ProblemError ? otherSupplierOf(error) : null;
      const code = error instanceof ProblemError ? error.code : '';
      if (other !== null && code === 'SUPPLIER_NAME_EXISTS') return setNamesake(other);
      if (other !== null && code === 'BUSINESS_NUMBER_TAKEN') setHolder(other);
      throw error;
    }
  };
  const resend = () => {
    const form = document.getElementById(SUPPLIER_FORM_ID);
    if (form instanceof HTMLFormElement) form.requestSubmit();
  };
  const confirm = () => {
    setNamesake(null);
    isConfirmed.current = true;
    resend();
  };
  return { submit, namesake, confirm, resend, dismiss: () => setNamesake(null), holder };
}
