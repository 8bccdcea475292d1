// Draws again only what has changed.
import { Component, type ComponentChild, type ComponentClass, type FunctionComponent, h } from 'preact';

/** The same component, drawn again when one of its properties is another object, and not otherwise. */
export function still<Props extends object>(draw: FunctionComponent<Props>): ComponentClass<Props> {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      return !isAlike(this.props, next);
    }
    override render(): ComponentChild {
      return h(draw, this.props);
    }
  };
}

function isAlike(one: object, other: object): boolean {
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Reflect.get(one, key) === Reflect.get(other, key))
  );
}
