import { useState, type ReactNode } from 'react';
import { get, type FieldPath, type FieldValues, type UseFormReturn } from 'react-hook-form';
import { useLanguage } from '../lib/language';
import { ProblemError } from '../lib/problem-error';
import { problemItemSentence, problemSentence } from '../lib/problem-sentences';
import { ErrorSummary, type SummaryItem } from './error-summary';
import { goToUnreadableField } from './unreadable-field';
import './form.css';

interface FormProps<Values extends FieldValues> {
  readonly form: UseFormReturn<Values>;
  /** Sends the values. A ProblemError that it throws is shown beside the fields and in the summary. */
  readonly onSubmit: (values: Values) => Promise<void>;
  /** label of each field by name, for the summary; also says which server errors belong to a field */
  readonly labels: Partial<Record<FieldPath<Values>, string>>;
  readonly children: ReactNode;
  readonly className?: string;
  /** lets a button outside the form submit it */
  readonly id?: string;
}

/** The shell of every form: summary at the top, server refusals put beside their fields, nothing cleared. */
export function Form<Values extends FieldValues>({
  form,
  onSubmit,
  labels,
  children,
  className,
  id,
}: FormProps<Values>) {
  const { language } = useLanguage();
  const [failures, setFailures] = useState(0);
  const names = Object.keys(labels) as FieldPath<Values>[];

  const showProblem = (error: unknown) => {
    const items = error instanceof ProblemError ? error.errors : [];
    let placed = 0;
    for (const item of items) {
      const name = names.find((one) => one === item.path);
      if (name === undefined) continue;
      placed += 1;
      form.setError(name, { type: 'server', message: problemItemSentence(item, language) });
    }
    if (placed === 0)
      form.setError('root.server', { type: 'server', message: problemSentence(error, language) });
  };

  const submit = form.handleSubmit(
    async (values) => {
      try {
        await onSubmit(values);
      } catch (error) {
        showProblem(error);
        setFailures((count) => count + 1);
      }
    },
    () => setFailures((count) => count + 1),
  );

  const items: SummaryItem[] = names.flatMap((name) => {
    const message = sentenceAt(form.formState.errors, name);
    return message !== undefined ? [{ name, label: labels[name] ?? name, message }] : [];
  });
  return (
    <form
      id={id}
      noValidate
      className={['form', className].filter(Boolean).join(' ')}
      onSubmit={(event) => {
        event.preventDefault();
        form.clearErrors('root');
        if (goToUnreadableField(event.currentTarget) === null) void submit(event);
      }}
    >
      <ErrorSummary
        message={sentenceAt(form.formState.errors, 'root.server')}
        items={items}
        attempt={failures}
        onGoTo={(name) => {
          const known = names.find((one) => one === name);
          if (known !== undefined) form.setFocus(known);
        }}
      />
      {children}
    </form>
  );
}

function sentenceAt(errors: object, name: string): string | undefined {
  const message: unknown = get(errors, `${name}.message`);
  return typeof message === 'string' && message !== '' ? message : undefined;
}

/** The buttons at the end of a form. */
export function FormActions({ children }: { readonly children: ReactNode }) {
  return <div className="form__actions">{children}</div>;
}
