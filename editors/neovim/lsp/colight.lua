-- For those who write vim.lsp.enable('colight') in Neovim 0.11 or later instead of calling setup.
return require('colight.client').config()
