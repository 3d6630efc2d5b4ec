import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: { rollupOptions: { input: ['ag.html', 'bare.html'] }, chunkSizeWarningLimit: 3000 },
});
