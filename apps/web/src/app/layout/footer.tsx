import { useMessages } from '../../lib/language';
import { layoutMessages } from '../messages';
import './footer.css';

export function Footer() {
  const t = useMessages(layoutMessages);
  return (
    <footer className="app-footer">
      <p>{t('footer')}</p>
      <p>{t('footerFigures')}</p>
    </footer>
  );
}
