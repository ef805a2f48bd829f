import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, render } from '@testing-library/react';
import { BulletTrack } from './bullet-track';

afterEach(cleanup);

const draw = (actual: number, target: number | null) =>
  render(<BulletTrack label="1" actual={actual} target={target} />).container;

describe('the bar', () => {
  it('stays within its frame, whatever the figures: 314 % ends in an arrow', () => {
    const bar = draw(314, 100);
    expect(bar.querySelector<HTMLElement>('.bullet-bar__actual')?.style.width).toBe('50%');
    const over = bar.querySelector<HTMLElement>('.bullet-bar__over--cut');
    expect(over?.style.left).toBe('50%');
    expect(over?.style.width).toBe('calc(50%)');
  });

  it('is true to scale up to twice the target, and has no arrow there', () => {
    const bar = draw(150, 100);
    expect(bar.querySelector('.bullet-bar__over--cut')).toBeNull();
    expect(bar.querySelector<HTMLElement>('.bullet-bar__over')).not.toBeNull();
  });

  it('draws no scale without a target', () => {
    expect(draw(5, null).querySelectorAll('span')).toHaveLength(0);
  });
});
