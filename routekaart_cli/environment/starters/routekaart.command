#!/bin/sh
trap : INT  # na Ctrl-C blijft dit venster open
cd @MAP@ && @OPDRACHT@
echo
echo 'Je kunt dit venster nu sluiten.'
