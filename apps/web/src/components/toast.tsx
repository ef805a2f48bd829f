import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { useMessages } from '../lib/language';
import { Icon } from './icon';
import { componentMessages } from './messages';
import './toast.css';

type Say = (text: string) => void;

const ToastContext = createContext<Say>(() => undefined);
const SHOWN_MS = 6000;

/** One line at a time: what was just done. Errors belong beside what they concern, not here. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const t = useMessages(componentMessages);
  const [toast, setToast] = useState<{ id: number; text: string } | null>(null);
  const nextId = useRef(0);
  const say = useCallback((text: string) => {
    nextId.current += 1;
    setToast({ id: nextId.current, text });
  }, []);
  useEffect(() => {
    if (toast === null) return;
    const timer = window.setTimeout(() => setToast(null), SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [toast]);
  return (
    <ToastContext value={say}>
      {children}
      <div className="toast-region" role="status">
        {toast && (
          <div className="toast" key={toast.id}>
            <Icon name="check" />
            <span>{toast.text}</span>
            <button type="button" className="toast__close" onClick={() => setToast(null)}>
              <Icon name="close" size={16} />
              <span className="visually-hidden">{t('close')}</span>
            </button>
          </div>
        )}
      </div>
    </ToastContext>
  );
}

/** `const say = useToast(); say(t('saved'))` */
export function useToast(): Say {
  return useContext(ToastContext);
}
