import { Component, type ReactNode } from 'react';

interface CardBoundaryProps {
  readonly children: ReactNode;
  onError(detail: string): void;
}

/** Keeps a card that cannot be drawn from taking the session down. React wants a class for this. */
export class CardBoundary extends Component<CardBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError(String(error));
  }

  override render(): ReactNode {
    return this.state.hasFailed ? null : this.props.children;
  }
}
