import { Dropzone } from '@mantine/dropzone';
import '@mantine/dropzone/styles.css';
import type { ReactNode } from 'react';

interface DropAreaProps {
  /** What the hidden field for a file is called. */
  label: string;
  onFile: (file: File | undefined) => void;
  children: ReactNode;
}

/** Takes a file that is dropped anywhere on it; pressing and typing are left to the fields within. */
export function DropArea({ label, onFile, children }: DropAreaProps) {
  return (
    <Dropzone
      onDrop={([file]) => onFile(file)}
      multiple={false}
      activateOnClick={false}
      activateOnKeyboard={false}
      enablePointerEvents
      tabIndex={-1}
      p="sm"
      inputProps={{ 'aria-label': label }}
    >
      {children}
    </Dropzone>
  );
}
