import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Icon } from '../../components/icon';
import { useMessages } from '../../lib/language';
import { layoutMessages } from '../messages';

/** The one search box, from any page; on a narrow window a link to it. */
export function HeaderSearch() {
  const t = useMessages(layoutMessages);
  const navigate = useNavigate();
  const [text, setText] = useState('');
  return (
    <>
      <form
        role="search"
        className="header-search"
        onSubmit={(event) => {
          event.preventDefault();
          const q = text.trim();
          setText('');
          void navigate(q === '' ? '/suppliers' : `/suppliers?q=${encodeURIComponent(q)}`);
        }}
      >
        <input
          className="input header-search__input"
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          maxLength={100}
          aria-label={t('searchSuppliers')}
          placeholder={t('searchPlaceholder')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="header-button">
          <Icon name="search" size={22} />
          <span className="visually-hidden">{t('searchButton')}</span>
        </button>
      </form>
      <Link to="/suppliers" className="header-button header-search__link">
        <Icon name="search" size={22} />
        <span className="visually-hidden">{t('searchSuppliers')}</span>
      </Link>
    </>
  );
}
