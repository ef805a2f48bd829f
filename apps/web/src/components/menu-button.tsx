import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { buttonClass } from './button';
import { Icon } from './icon';
import './menu-button.css';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly onAction: () => void;
  readonly disabled?: boolean;
}

interface MenuButtonProps {
  readonly label: string;
  readonly actions: readonly MenuAction[];
}

/** Several lesser actions behind one button. Loads a larger library: import the page that uses it lazily. */
export function MenuButton({ label, actions }: MenuButtonProps) {
  return (
    <MenuTrigger>
      <Button className={buttonClass('secondary', 'small')}>
        {label}
        <Icon name="down" size={16} />
      </Button>
      <Popover className="menu-button__popover" placement="bottom end">
        <Menu disabledKeys={actions.filter((action) => action.disabled).map((action) => action.id)}>
          {actions.map((action) => (
            <MenuItem key={action.id} id={action.id} onAction={action.onAction} className="menu-button__item">
              {action.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
