vim.filetype.add({ extension = { jsh = 'jsh' } })
